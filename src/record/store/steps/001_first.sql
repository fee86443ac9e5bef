-- Ids are UUIDs as text. Days are ISO 8601 ("2026-11-23"). Times are RFC 9557, with their zone
-- ("2026-11-23T14:30:00+00:00[Europe/London]"); beside each stands the same moment in milliseconds since 1970,
-- because text in different zones does not sort. deleted_at is when a thing went into the bin; null is kept.
-- seq is the order in which things were added, whatever the clock said.

create table child (
    seq integer primary key,
    id text not null unique,
    name text not null,
    colour text not null,
    date_of_birth text,
    deleted_at text
) strict;
create index child_in_bin on child (deleted_at) where deleted_at is not null;

create table note (
    seq integer primary key,
    id text not null unique,
    at text not null,
    at_moment integer not null,
    kind text not null,
    text text not null,
    people text not null,
    service text,
    deleted_at text
) strict;
create index note_in_bin on note (deleted_at) where deleted_at is not null;
create index note_by_moment on note (at_moment);

create table appointment (
    seq integer primary key,
    id text not null unique,
    starts text not null,
    starts_moment integer not null,
    minutes integer,
    with_whom text not null,
    service text,
    place text not null,
    why text not null,
    bring text not null,
    said text not null,
    deleted_at text
) strict;
create index appointment_in_bin on appointment (deleted_at) where deleted_at is not null;
create index appointment_by_moment on appointment (starts_moment);

create table question (
    seq integer primary key,
    id text not null unique,
    text text not null,
    starter_group text,
    starter text,
    appointment text references appointment (id) on delete set null,
    service text,
    position integer not null,
    asked_on text,
    answer text not null,
    answered_by text not null,
    answered_on text,
    deleted_at text
) strict;
create index question_in_bin on question (deleted_at) where deleted_at is not null;
create index question_by_appointment on question (appointment);

create table saved_service (
    seq integer primary key,
    id text not null unique,
    service text not null,
    name text not null,
    phone text,
    note text not null,
    status text not null,
    saved_on text not null,
    deleted_at text
) strict;
create index saved_service_in_bin on saved_service (deleted_at) where deleted_at is not null;
create index saved_service_by_service on saved_service (service);

create table step (
    seq integer primary key,
    id text not null unique,
    text text not null,
    service text,
    due text,
    done_on text,
    deleted_at text
) strict;
create index step_in_bin on step (deleted_at) where deleted_at is not null;

-- What a thing is about, in the order given.

create table note_child (
    owner text not null references note (id) on delete cascade,
    position integer not null,
    child text not null references child (id) on delete cascade,
    primary key (owner, position)
) strict, without rowid;
create index note_child_by_child on note_child (child);

create table appointment_child (
    owner text not null references appointment (id) on delete cascade,
    position integer not null,
    child text not null references child (id) on delete cascade,
    primary key (owner, position)
) strict, without rowid;
create index appointment_child_by_child on appointment_child (child);

create table question_child (
    owner text not null references question (id) on delete cascade,
    position integer not null,
    child text not null references child (id) on delete cascade,
    primary key (owner, position)
) strict, without rowid;
create index question_child_by_child on question_child (child);

create table saved_service_child (
    owner text not null references saved_service (id) on delete cascade,
    position integer not null,
    child text not null references child (id) on delete cascade,
    primary key (owner, position)
) strict, without rowid;
create index saved_service_child_by_child on saved_service_child (child);

create table step_child (
    owner text not null references step (id) on delete cascade,
    position integer not null,
    child text not null references child (id) on delete cascade,
    primary key (owner, position)
) strict, without rowid;
create index step_child_by_child on step_child (child);

create table note_tag (
    owner text not null references note (id) on delete cascade,
    position integer not null,
    tag text not null,
    primary key (owner, position)
) strict, without rowid;
create index note_tag_by_tag on note_tag (tag);

-- What was being typed.

create table draft (
    key text not null primary key,
    words text not null,
    kept_at text not null
) strict, without rowid;

-- Undo: one undo_step for each change, and one undo_row for each thing it touched. image is the thing as it is on
-- the other side of the step (before it, or after it once it is undone) as JSON; null is not there at all.

create table undo_step (
    number integer primary key,
    label text not null,
    undone integer not null default 0
) strict;

create table undo_row (
    step integer not null references undo_step (number) on delete cascade,
    place text not null,
    id text not null,
    image text,
    primary key (step, place, id)
) strict, without rowid;
create index undo_row_by_thing on undo_row (id);

-- Search, over everything that is not in the bin. The rowid is the seq of the thing times 8, plus the number of
-- its table. secure-delete wipes deleted words from the index itself.

create virtual table found using fts5 (
    title, body, day unindexed,
    tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);
insert into found (found, rank) values ('secure-delete', 1);
insert into found (found, rank) values ('rank', 'bm25(4.0, 1.0)');
