; Calls and comparisons of small integers: each call makes three more, and a fourth of their results.
(define (tak x y z)
  (if (< y x)
      (tak (tak (- x 1) y z)
           (tak (- y 1) z x)
           (tak (- z 1) x y))
      z))

(tak 30 20 10)
