-- The history of migrations is the owner's own; the default privileges gave it to the application like any other table.
revoke all on flyway_schema_history from gongzhi_app;
