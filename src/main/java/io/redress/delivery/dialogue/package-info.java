/**
 * Talks with systems that need more than one request: what to ask next depends on the last answer. The content says what to
 * ask and what an answer means; {@code routes/kamelets/dialogue-action.kamelet.yaml} does the asking.
 */
package io.redress.delivery.dialogue;
