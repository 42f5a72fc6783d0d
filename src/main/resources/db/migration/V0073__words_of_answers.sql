-- Cases are found by what people answered in their own words too. Those raised before get the same terms as new ones: of each run of Han characters every pair of
-- neighbours and the last, and words of other letters and digits.
with runs as (
    select d.id, (run.parts)[1] as han, (run.parts)[2] as word
    from demand d
    cross join lateral jsonb_array_elements(d.answers) answer
    cross join lateral jsonb_array_elements_text(answer -> 'values') said
    cross join lateral regexp_matches(lower(normalize(said, NFKC)),
        '([\u3006\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af]+)|((?:(?![\u3006\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af])[[:alnum:]])+)',
        'g') as run (parts)
    where d.answers is not null and answer ->> 'type' = 'text'
),
terms as (
    select id, substr(han, n, 2) as term from runs cross join lateral generate_series(1, length(han) - 1) n where han is not null
    union select id, right(han, 1) from runs where han is not null
    union select id, left(word, 64) from runs where word is not null
)
update demand d set search = d.search || array_to_tsvector(found.terms)
from (select id, array_agg(term) as terms from terms group by id) found where d.id = found.id;
