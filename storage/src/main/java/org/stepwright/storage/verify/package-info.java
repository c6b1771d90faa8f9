/**
 * The verifier of SQL. What it runs was written by a model, and rubric and database may come from a
 * stranger, so SQL never runs in this process: a worker process opens the database read-only, with
 * limits on time, memory and results, and is ended when it does not answer.
 */
package org.stepwright.storage.verify;
