; The factorial of 5000 and its decimal digits, again and again: large integers times small ones.
(define (factorial n)
  (let loop ((i 2) (product 1))
    (if (> i n)
        product
        (loop (+ i 1) (* product i)))))

(define (digits n)
  (string-length (number->string (factorial n))))

(define (again n total)
  (if (= n 0)
      total
      (again (- n 1) (+ total (digits 5000)))))

(again 60 0)
