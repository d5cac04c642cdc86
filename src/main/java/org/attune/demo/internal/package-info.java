/** Reads the demo's files, invents its customers and their past, and plays their part in calls. */
@NullMarked
package org.attune.demo.internal;

import org.jspecify.annotations.NullMarked;
