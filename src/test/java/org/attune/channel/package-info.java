/** The REST API as a client meets it: over HTTP, on the running application. */
@org.jspecify.annotations.NullMarked
package org.attune.channel;
