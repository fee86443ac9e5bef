-- What left this computer, when, where to and how much of it: never what was in it. Lines are only ever added. went_to is
-- a path, and null for the clipboard and for a printer. amount is JSON: pairs of a unit and a number. day is the day of
-- use that it happened on (see below).

create table left_this_computer (
    seq integer primary key,
    at text not null,
    what text not null,
    way text not null,
    went_to text,
    amount text not null,
    day integer not null
) strict;

create trigger left_this_computer_never_changes before update on left_this_computer
begin
    select raise(abort, 'what left this computer is only added to');
end;

create trigger left_this_computer_never_goes before delete on left_this_computer
begin
    select raise(abort, 'what left this computer is only added to');
end;

-- On how many days the record was opened: it goes on by one whenever it is opened on another date than the last time, so
-- a clock that jumps counts as one day. began_at is when it was first opened; the last two say when the person did not
-- want to be reminded of a copy outside this computer.

create table days_of_use (
    one integer primary key check (one = 1),
    began_at text not null,
    day integer not null,
    last_date text not null,
    put_off_at text,
    put_off_day integer
) strict;
