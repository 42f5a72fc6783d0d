-- A file is opened by those who may open the case it hangs on: the case is looked up by its file.
create index demand_file_file_id_idx on demand_file (file_id);
