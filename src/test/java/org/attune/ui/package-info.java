@NullMarked
package org.attune.ui;

import org.jspecify.annotations.NullMarked;
