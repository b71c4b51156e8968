; Tak on numbers in unary: a list stands for its length. Comparing walks two lists at once.
(define (unary n)
  (if (= n 0)
      '()
      (cons n (unary (- n 1)))))

(define (shorter? a b)
  (and (pair? b)
       (or (null? a)
           (shorter? (cdr a) (cdr b)))))

(define (takl x y z)
  (if (shorter? y x)
      (takl (takl (cdr x) y z)
            (takl (cdr y) z x)
            (takl (cdr z) x y))
      z))

(length (takl (unary 26) (unary 17) (unary 9)))
