package io.redress.configuration;

import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigUtils;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.Import;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/**
 * Names the beans of {@code @Import} as those of component scans: by their classes' short names, so that routes can call
 * them. What is not ours keeps its full name, and so do classes that import others: no route calls them, and Spring's
 * support of tests finds them by it.
 */
public final class BeanNames extends FullyQualifiedAnnotationBeanNameGenerator
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String OURS = "io.redress.";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getBeanFactory().registerSingleton(AnnotationConfigUtils.CONFIGURATION_BEAN_NAME_GENERATOR, this);
    }

    @Override
    protected String buildDefaultBeanName(BeanDefinition definition) {
        String name = super.buildDefaultBeanName(definition);
        return name.startsWith(OURS) && !isImporting(definition)
                ? StringUtils.uncapitalizeAsProperty(ClassUtils.getShortName(name))
                : name;
    }

    private static boolean isImporting(BeanDefinition definition) {
        return definition instanceof AnnotatedBeanDefinition annotated
                && annotated.getMetadata().isAnnotated(Import.class.getName());
    }
}
