-- A path through the guide that a family keeps: what they said about one child, and where that led. age, worry, asked
-- and answer are ids of the guide; title is what the screen called the path, so that it can still be read when the
-- guide has changed.

create table path (
    seq integer primary key,
    id text not null unique,
    title text not null,
    age text not null,
    kept_on text not null,
    deleted_at text
) strict;
create index path_in_bin on path (deleted_at) where deleted_at is not null;

create table path_worry (
    owner text not null references path (id) on delete cascade,
    position integer not null,
    worry text not null,
    primary key (owner, position)
) strict, without rowid;

create table path_answer (
    owner text not null references path (id) on delete cascade,
    position integer not null,
    asked text not null,
    answer text not null,
    primary key (owner, position)
) strict, without rowid;

create table path_child (
    owner text not null references path (id) on delete cascade,
    position integer not null,
    child text not null references child (id) on delete cascade,
    primary key (owner, position)
) strict, without rowid;
create index path_child_by_child on path_child (child);
