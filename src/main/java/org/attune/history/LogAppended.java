package org.attune.history;

/**
 * News: the log has grown. Published after commit, in the writer's thread and before {@link OutcomeRecorded}, so that who
 * listens synchronously (the models) knows the answer when the writer goes on. Imports publish it once per batch.
 *
 * @param position the newest position written
 */
public record LogAppended(long position) {}
