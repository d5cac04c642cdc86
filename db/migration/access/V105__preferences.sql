-- What each person has chosen for themselves: keys of the desk and the like, as words by name.
create table access_preference (
    username text not null references access_user (username) on delete cascade,
    name     text not null,
    value    text not null,
    primary key (username, name)
);
