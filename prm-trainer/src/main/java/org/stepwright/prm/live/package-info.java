/**
 * Live models: connections, streaming answers with retries and cancel, and scoring the steps while
 * they stream. Only this package and those below it know LangChain4j.
 */
package org.stepwright.prm.live;
