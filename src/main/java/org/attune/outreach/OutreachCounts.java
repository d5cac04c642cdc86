package org.attune.outreach;

/**
 * How the worklist stands.
 *
 * @param open waiting to be taken
 * @param overdue of the open and taken ones, past their due time
 * @param taken being worked on
 * @param done closed as done since the asked instant
 * @param dismissed left undone by somebody since then
 * @param expired left undone by everybody since then
 */
public record OutreachCounts(long open, long overdue, long taken, long done, long dismissed, long expired) {}
