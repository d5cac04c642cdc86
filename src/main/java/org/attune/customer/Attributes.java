package org.attune.customer;

import org.springframework.stereotype.Service;

/** The attribute dictionary: gives every fact its type, label, sensitivity and source. */
@Service
public class Attributes {

    /** The dictionary as it is now; cheap, an immutable value held in memory. */
    public AttributeDictionary dictionary() {
        throw new IllegalStateException("being built");
    }

    /** Adds or changes a definition. A changed type of an attribute that has values is a ConflictException. */
    public void define(AttributeDefinition definition, String who) {
        throw new IllegalStateException("being built");
    }
}
