; Tak in continuation-passing style: every call is a tail call, and each makes closures that are called once.
(define (cpstak x y z)
  (define (tak x y z k)
    (if (< y x)
        (tak (- x 1) y z
             (lambda (a)
               (tak (- y 1) z x
                    (lambda (b)
                      (tak (- z 1) x y
                           (lambda (c) (tak a b c k)))))))
        (k z)))
  (tak x y z (lambda (result) result)))

(cpstak 27 18 9)
