package io.redress.reply;

/** What a category is called for customers. */
@FunctionalInterface
public interface CategoryTitles {

    /** @param language BCP 47: {@code zh-Hans}, {@code zh-Hant} or {@code en} */
    String name(String category, String language);
}
