/** What the customer module promises, on a real database. */
package org.attune.customer;
