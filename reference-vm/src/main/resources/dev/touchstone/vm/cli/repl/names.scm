((clauses ("X-1" "The `car` of a pair."))
 (names (car "(scheme base)" ("X-1") "(car '(1 2))" "1")))
