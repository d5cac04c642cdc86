package org.attune.kernel;

/**
 * One thing that is wrong with what somebody sent or typed.
 *
 * @param place where: a field, a path such as {@code actions[3].priceDelta}, or a line and column
 * @param message what is wrong and what would be right, in plain words
 */
public record Problem(String place, String message) {}
