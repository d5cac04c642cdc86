/** Shell, login and error pages, and how they are wired into Vaadin. */
@NullMarked
package org.attune.ui.internal;

import org.jspecify.annotations.NullMarked;
