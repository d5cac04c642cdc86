package org.attune.platform.internal;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.DriverDataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/** Puts the door before the pool, whoever made it. */
@Component
class DataSourceDoor implements BeanPostProcessor {
    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof HikariDataSource pool ? new WatchedDataSource(pool, noted(pool)) : bean;
    }

    /** Lets the pool make its connections where they are noted; null when it makes them in a way of its own. */
    private static @Nullable OpenConnections noted(HikariDataSource pool) {
        if (pool.getJdbcUrl() == null || pool.getDataSource() != null || pool.isRunning()) {
            return null;
        }
        OpenConnections open = new OpenConnections(new DriverDataSource(
                pool.getJdbcUrl(),
                pool.getDriverClassName(),
                pool.getDataSourceProperties(),
                pool.getUsername(),
                pool.getPassword()));
        pool.setDataSource(open);
        return open;
    }
}
