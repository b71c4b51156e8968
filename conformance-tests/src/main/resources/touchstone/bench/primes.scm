; Counts the primes below a number with a sieve in a vector.
(define (cross-out! sieve step from)
  (do ((i from (+ i step)))
      ((>= i (vector-length sieve)))
    (vector-set! sieve i #f)))

(define (sieve-below n)
  (let ((sieve (make-vector n #t)))
    (do ((i 2 (+ i 1)))
        ((> (* i i) n) sieve)
      (if (vector-ref sieve i)
          (cross-out! sieve i (* i i))))))

(define (count-primes n)
  (let ((sieve (sieve-below n)))
    (do ((i 2 (+ i 1))
         (count 0 (if (vector-ref sieve i) (+ count 1) count)))
        ((= i n) count))))

(do ((n 1000000 (- n 50000))
     (sum 0 (+ sum (count-primes n))))
    ((= n 0) sum))
