/** What the customer module derives and reads. */
package org.attune.customer.internal;
