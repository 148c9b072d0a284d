/**
 * What systems downstream (ERP, CRM, help desk, dispatch) are told of tickets: each thing once in effect, in the target's
 * own words, however often the target fails. A target is a file in {@code routes/delivery}; its mapping, a file in
 * {@code config/mappings/targets}. {@code docs/delivery.md} tells how to wire one.
 */
package io.redress.delivery;
