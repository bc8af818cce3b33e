"""How many small faults put into the code the tests find: mutation testing with mutmut, run by hand."""
