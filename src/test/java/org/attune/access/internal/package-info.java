@NullMarked
package org.attune.access.internal;

import org.jspecify.annotations.NullMarked;
