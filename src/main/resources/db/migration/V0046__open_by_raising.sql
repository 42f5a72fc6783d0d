-- Open matters by when they were raised: where one long day has settled everything that came in, the open ones lie behind thousands of settled ones, and a
-- walk by time alone passes them all.
create index demand_open_street_raised_idx on demand (street_code, raised_at desc, id desc) where status in ('raised','accepted','assigned','handling','verifying','suspended');
create index demand_open_community_raised_idx on demand (community_code, raised_at desc, id desc) where status in ('raised','accepted','assigned','handling','verifying','suspended');
