/** How far annotators agree: on steps, on criteria, on the first error. */
package org.stepwright.agreement;
