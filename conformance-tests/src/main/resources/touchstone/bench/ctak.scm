; Tak in which every call captures its continuation, and every result is delivered by invoking one.
(define (ctak x y z)
  (call/cc (lambda (k) (ctak-into k x y z))))

(define (ctak-into k x y z)
  (if (< y x)
      (ctak-into
       k
       (call/cc (lambda (k) (ctak-into k (- x 1) y z)))
       (call/cc (lambda (k) (ctak-into k (- y 1) z x)))
       (call/cc (lambda (k) (ctak-into k (- z 1) x y))))
      (k z)))

(ctak 20 12 6)
