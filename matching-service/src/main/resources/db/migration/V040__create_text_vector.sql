-- What a model read of a text, by the SHA-256 of the text: 512 coordinates, one signed byte each. Rows are never changed;
-- all of them can be had again by reading the texts.
create table text_vector (
    model     text  not null,
    text_hash bytea not null check (length(text_hash) = 32),
    vector    bytea not null check (length(vector) = 512),
    primary key (model, text_hash)
);

-- Which model's reading the current matches were last evaluated with; absent where texts were not read.
alter table evaluation_basis add column text_model text;
