/** Wires the application together; knows no screen and no command. */
package org.stepwright.app;
