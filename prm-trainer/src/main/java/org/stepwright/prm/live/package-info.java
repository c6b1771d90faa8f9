/**
 * Live models: connections, streaming answers with retries and cancel, and scoring the steps while
 * they stream. The only package that knows LangChain4j.
 */
package org.stepwright.prm.live;
