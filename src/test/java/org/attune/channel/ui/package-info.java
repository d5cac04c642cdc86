@NullMarked
package org.attune.channel.ui;

import org.jspecify.annotations.NullMarked;
