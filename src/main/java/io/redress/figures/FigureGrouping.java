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
    WEEK
}
