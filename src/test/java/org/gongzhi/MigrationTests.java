    private static final Set<String> DOORS = Set.of("demand_matching", "region_begin_load", "region_finish_load");

    @Test
    void everyTableWithATerritoryIsGuardedByAPolicy() throws SQLException {
        assertThat(rows("select relname from pg_class where relrowsecurity and relkind = 'r'"))
                .isNotEmpty();
                where p.prosecdef and p.pronamespace = 'public'::regnamespace""")).containsExactlyInAnyOrderElementsOf(DOORS);
    }

    @Test
    void theKnownDoorsCannotBeLedAstrayByASearchPath() throws SQLException {
        assertThat(rows("""
                select p.proname from pg_proc p
                where p.prosecdef and p.pronamespace = 'public'::regnamespace
                  and not exists (select 1 from unnest(p.proconfig) setting where setting like 'search_path=%')""")).isEmpty();
