@NullMarked
package org.attune.strategy.internal;

import org.jspecify.annotations.NullMarked;
