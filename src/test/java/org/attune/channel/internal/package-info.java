/** Parts of the API by themselves. */
@org.jspecify.annotations.NullMarked
package org.attune.channel.internal;
