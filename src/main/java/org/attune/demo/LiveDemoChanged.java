package org.attune.demo;

/**
 * News: the live demo was switched on or off, or its pace changed.
 *
 * @param pace simulated calls per second
 */
public record LiveDemoChanged(boolean on, double pace) {}
