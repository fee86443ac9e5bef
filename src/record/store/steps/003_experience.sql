-- What a family lived through, beside one promise of the improvement plan. promise is the id of the promise in the
-- guide. happened_on is a day; created_at and changed_at are times, as in the first step.

create table experience (
    seq integer primary key,
    id text not null unique,
    promise text not null,
    happened_on text not null,
    text text not null,
    created_at text not null,
    changed_at text not null,
    deleted_at text
) strict;
create index experience_in_bin on experience (deleted_at) where deleted_at is not null;
create index experience_by_promise on experience (promise);

create table experience_child (
    owner text not null references experience (id) on delete cascade,
    position integer not null,
    child text not null references child (id) on delete cascade,
    primary key (owner, position)
) strict, without rowid;
create index experience_child_by_child on experience_child (child);
