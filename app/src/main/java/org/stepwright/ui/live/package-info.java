/** The Live screen: a prompt goes in, steps are scored as they stream. */
package org.stepwright.ui.live;
