-- Letters, photographs and other files. The bytes of a file stand once, in pieces, whatever refers to them:
-- an attachment by sha256, and the history of changes by the same. sha256 is null only while a file is being read in.
-- size is in bytes. title is the family's own name for it, name is the name the file had. An attachment belongs to a
-- note, to an appointment, or to neither.

create table content (
    seq integer primary key,
    sha256 text unique,
    size integer not null
) strict;

create table content_piece (
    content integer not null references content (seq) on delete cascade,
    number integer not null,
    bytes blob not null,
    unique (content, number)
) strict;

create table attachment (
    seq integer primary key,
    id text not null unique,
    name text not null,
    title text not null,
    media_type text not null,
    sha256 text not null references content (sha256),
    size integer not null,
    added_at text not null,
    note text references note (id) on delete set null,
    appointment text references appointment (id) on delete set null,
    deleted_at text
) strict;
create index attachment_in_bin on attachment (deleted_at) where deleted_at is not null;
create index attachment_by_sha256 on attachment (sha256);
create index attachment_by_note on attachment (note) where note is not null;
create index attachment_by_appointment on attachment (appointment) where appointment is not null;

create table attachment_child (
    owner text not null references attachment (id) on delete cascade,
    position integer not null,
    child text not null references child (id) on delete cascade,
    primary key (owner, position)
) strict, without rowid;
create index attachment_child_by_child on attachment_child (child);

-- The search index had room for eight kinds of things. Its rowid is now the seq of the thing times 32, plus the
-- number of its table.

create table found_before as select rowid as place, title, body, day from found;
drop table found;
create virtual table found using fts5 (
    title, body, day unindexed,
    tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);
insert into found (found, rank) values ('secure-delete', 1);
insert into found (found, rank) values ('rank', 'bm25(4.0, 1.0)');
insert into found (rowid, title, body, day)
    select ((place >> 3) << 5) | (place & 7), title, body, day from found_before;
drop table found_before;
