-- Sentences that had to be said word for word before an answer, when each was ticked as read out.
create table history_read_out (
    position bigint      not null references history_outcome (position),
    sentence text        not null,
    words    text        not null,
    at       timestamptz not null,
    primary key (position, sentence)
);
comment on column history_read_out.words is 'as it was said, placeholders filled';
