@NullMarked
package org.attune.insight.internal;

import org.jspecify.annotations.NullMarked;
