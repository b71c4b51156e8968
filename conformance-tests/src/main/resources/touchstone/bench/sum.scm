; The plainest loop: adds up the numbers to N.
(define (sum n)
  (let loop ((i n) (total 0))
    (if (< i 0)
        total
        (loop (- i 1) (+ total i)))))

(sum 80000000)
