@NullMarked
package org.attune.history.internal;

import org.jspecify.annotations.NullMarked;
