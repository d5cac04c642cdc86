@NullMarked
package org.attune.insight.ui;

import org.jspecify.annotations.NullMarked;
