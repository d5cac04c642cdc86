@NullMarked
package org.attune.ui.internal;

import org.jspecify.annotations.NullMarked;
