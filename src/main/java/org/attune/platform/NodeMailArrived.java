package org.attune.platform;

/** News: another node told something under a topic, see {@link NodeMail}. */
public record NodeMailArrived(String topic, String words) {}
