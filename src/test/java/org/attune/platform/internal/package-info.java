/** Tests of the embedded server's life: start, kill, stale files, second application, external server. */
@org.jspecify.annotations.NullMarked
package org.attune.platform.internal;
