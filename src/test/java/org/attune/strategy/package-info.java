@NullMarked
package org.attune.strategy;

import org.jspecify.annotations.NullMarked;
