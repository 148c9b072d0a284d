package io.redress.figures;

import io.redress.ticket.KeyedEnum;

/** By what figures are divided. */
public enum FigureGrouping implements KeyedEnum {
    CATEGORY,
    CHANNEL,
    /** The product's name in small letters, its width and blanks made even. */
    PRODUCT,
    /** The store that the complaint names, made even like a product. */
    STORE,
    /** The ISO week of the shop's zone in which the fact counts, such as {@code 2026-W48}. */
    WEEK,
    /** The month of the shop's zone, such as {@code 2026-11}. */
    MONTH,
    /** The hour of the day by the shop's clock, {@code 00} to {@code 23}. */
    HOUR,
    /** Who carried the goods: the fact {@code carrier} of a lookup, made even like a product. */
    CARRIER,
    /** The team or person that owns the ticket now. */
    TEAM,
    /** Who solved the ticket last, by the login or the key: {@code wang.li}, {@code key crm}; empty while nobody did. */
    PERSON,
    PRIORITY;

    /** Whether its keys follow each other in time. */
    public boolean isTime() {
        return this == WEEK || this == MONTH || this == HOUR;
    }
}
